/**
 * Bodies that parsers stumble over, after the kinds that JSON test collections know: cut off, too deep, bad
 * numbers, bad strings, bad UTF-8, trailing things, and JSON that is fine but is no body of ours.
 */
type Nasty = readonly [name: string, body: string | Uint8Array]

const bytes = (...codes: readonly number[]) => Uint8Array.from(codes)
const inString = (...codes: readonly number[]) => bytes(0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, ...codes, 0x22, 0x7d)
const texts = (...list: readonly string[]): readonly Nasty[] => list.map((text) => [text.slice(0, 40), text])

/** Not JSON at all: refused as `bad-request`, whatever the action. */
export const unparsable: readonly Nasty[] = [
  ...texts('{', '}', '[', ']', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '[1,]', '[,1]', '[1 2]', '{"a" 1}'),
  ...texts('{"a":1}}', '{"a":1}x', '{"a":1}{"b":2}', '[][]', '{a:1}', "{'a':1}", '{1:1}', '{"a":1 "b":2}', '{,}'),
  ...texts(
    'NaN',
    'Infinity',
    '-Infinity',
    'undefined',
    'True',
    'nul',
    'nulll',
    '+1',
    '01',
    '-',
    '1.',
    '.5',
    '1e',
    '0x1',
  ),
  ...texts(
    '1e+',
    '--1',
    '- 1',
    '1,2',
    '"',
    '"\\',
    '"\\x"',
    '"\\u12"',
    '"\\uZZZZ"',
    '"\t"',
    '"\n"',
    '"a\u0000b"',
    "'a'",
  ),
  ...texts('/* c */{}', '{}//c', '{}#', '\ufeff{', '<html></html>', 'a=1&b=2', '(){ :;}', '__proto__', '{"a":\u00a01}'),
  ['nothing', ''],
  ['only spaces', ' \n\t '],
  ['NUL bytes', bytes(0, 0, 0, 0)],
  ['a gzip header', bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0)],
  ['UTF-16', bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
  ['UTF-16 without a mark', bytes(0x7b, 0, 0x22, 0, 0x61, 0, 0x22, 0, 0x3a, 0, 0x31, 0, 0x7d, 0)],
  ['an overlong slash', inString(0xc0, 0xaf)],
  ['a lone continuation', inString(0x80)],
  ['a truncated character', inString(0xe4, 0xbd)],
  ['an encoded surrogate', inString(0xed, 0xa0, 0x80)],
  ['beyond Unicode', inString(0xf4, 0x90, 0x80, 0x80)],
  ['five bytes', inString(0xf8, 0x88, 0x80, 0x80, 0x80)],
  ['0xfe', inString(0xfe)],
  ['20,000 open arrays', '['.repeat(20_000)],
  ['10,000 open objects', '{"a":'.repeat(8_000)],
]

/** JSON, but nothing that any action takes: never more than a refusal. */
export const unusable: readonly Nasty[] = [
  ...texts('null', 'true', 'false', '0', '-0', '1e400', '-1e999', '123456789012345678901234567890', '"login"', '""'),
  ...texts(
    '[]',
    '[[]]',
    '[null]',
    '[{}]',
    '{}',
    '{"":0}',
    '{"a":null}',
    '{"a":1e-400}',
    '"\\ud800"',
    '"\\udfff\\ud800"',
  ),
  ...texts('{"__proto__":null}', '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}', '{"toString":1}'),
  ...texts('{"provider":{"$gt":""}}', '{"provider":["guest"]}', '{"provider":"guest","key":{"length":64}}'),
  ...texts('{"provider":"wechat","code":["a"]}', '{"provider":"wechat","code":""}', '{"provider":"root"}'),
  ...texts(
    '{"scene":{"$ne":null}}',
    '{"photoId":"../../etc/passwd"}',
    '{"photoId":"%2e%2e%2f"}',
    '{"photoId":"\\u0000"}',
  ),
  ...texts('{"p":1,"p":2}', '{"ops":[[[[[[[[]]]]]]]]}', '{"ops":{"length":1e9}}', '{"base":-1}', '{"base":1e308}'),
  ['20,000 nested arrays', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['8,000 nested objects', `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`],
  ['20,000 members', `{${Array.from({ length: 3_000 }, (_, i) => `"k${i}":0`).join(',')}}`],
  ['a key of 40 KB', `{"${'k'.repeat(40_000)}":0}`],
  ['a string of 47 KB', `{"a":"${'x'.repeat(47_000)}"}`],
  ['a number of 40,000 digits', `{"base":${'9'.repeat(40_000)}}`],
  ['right-to-left marks', '{"kind":"\u202eservice","granted":true,"version":"1"}'],
  ['a body with a byte order mark', '\ufeff{}'],
]

import { licenceInCode } from '../../../src/domain/licence/code-text'

const code = '92330102MA2EXAMP5X'
const name = '杭州市上城区小满面馆'
const encoded = encodeURIComponent(name)
/** Known from the Fujian pilot: its last character follows no rule (checks/credit-code.ts). */
const pilot = '91350211M0000XUF46'

describe('addresses', () => {
  test.each([
    [`http://www.gsxt.gov.cn/index.html?uniscid=${code}`, { code }],
    [`https://zt.gsxt.gov.cn/?uniscid=${code}&entname=${encoded}`, { code, name }],
    [`http://zj.gsxt.gov.cn/notice?UNISCID=${code.toLowerCase()}`, { code }],
    [`http://www.gsxt.gov.cn/#/detail?uniscid=${code}&x=1`, { code }],
    [`http://www.gsxt.gov.cn/app#uniscid=${code}`, { code }],
    [`http://scjg.example.gov.cn/ent/${code}`, { code }],
    [`http://scjg.example.gov.cn/ent/${code}.html`, { code }],
    [`https://scjg.example.gov.cn:8443/q/d_${code}_1/view`, { code }],
    [`https://scjg.example.gov.cn/q?data=${encodeURIComponent(JSON.stringify({ xydm: code }))}`, { code }],
    [`http://192.0.2.7/pub/${code}`, { code }],
    [`http://scjg.example.gov.cn/wap.do?tyshxydm=${code};qymc=${encoded}`, { code, name }],
    [`http://scjg.example.gov.cn/?uniscid=${pilot}`, { code: pilot }],
    [`http://scjg.example.gov.cn/?regno=110108000000016`, { code: '110108000000016' }],
    // The name in another encoding is left out, the code is not.
    [`http://scjg.example.gov.cn/?uniscid=${code}&entname=%C7%E0%BA%CC`, { code }],
    [`http://scjg.example.gov.cn/?uniscid=${code}&entname=***`, { code }],
    [`  http://www.gsxt.gov.cn/?uniscid=${code}\n`, { code }],
  ])('%s', (text, expected) => expect(licenceInCode(text)).toEqual(expected))

  test.each([
    ['a wrong check character', `http://www.gsxt.gov.cn/?uniscid=${code.slice(0, 17)}A`],
    ['a pilot code that nothing names', `http://www.gsxt.gov.cn/${pilot}`],
    ['15 digits that nothing names', 'http://www.gsxt.gov.cn/110108000000016'],
    ['two codes', `http://www.gsxt.gov.cn/${code}/91440300708461136T`],
    ['电子营业执照: nothing but a key', 'https://app.gsxt.gov.cn/license/qr?k=8f2b6c0d4e1a4f7c9b3d5e7f90123456'],
    ['somebody else’s host', `https://example.com/?uniscid=${code}`],
    ['a host that only looks official', `https://gsxt.gov.cn.evil.example/?uniscid=${code}`],
    ['a name in the host', `https://user@evil.example/?uniscid=${code}`],
    ['nothing behind the scheme', 'https://'],
  ])('%s: nothing', (_, text) => expect(licenceInCode(text)).toBeNull())
})

describe('texts', () => {
  test.each([
    [`统一社会信用代码：${code}；名称：${name}；类型：个体工商户`, { code, name }],
    [`统一社会信用代码/注册号:${code}\r\n名称:${name}\r\n类型:个体工商户`, { code, name }],
    [`名 称: ${name}\n统一社会信用代码(注册号): ${code}`, { code, name }],
    [`企业名称：${name}，法定代表人：陈小满`, { name }],
    [`市场主体名称=${name}|信用代码=${code}`, { code, name }],
    [`名称：${name} 统一社会信用代码：${code} 类型：个体工商户`, { code, name }],
    [`名称：${name}（个体工商户）\n注册号：330102600123458`, { name: `${name}（个体工商户）` }],
    ['注册号：110108000000016\n名称：样例商行', { code: '110108000000016', name: '样例商行' }],
    [`统一社会信用代码：${[...code].map(wide).join('')}`, { code }],
    [`{"uniscid":"${code}","entname":"${name}"}`, { code, name }],
    [code, { code }],
    [`统一社会信用代码：${pilot}`, { code: pilot }],
    // GBK taken for Latin letters: the name is lost, the code is not.
    [`Í³Ò»Éç»áÐÅÓÃ´úÂë£º${code}£»Ãû³Æ£ºÐ¡ÂúÃæ¹Ý`, { code }],
    [`ͳһ\ufffd\ufffd:${code};\ufffd\ufffd:\ufffd\ufffd`, { code }],
    [`字号名称：小满\n统一社会信用代码：${code}`, { code }],
  ])('%s', (text, expected) => expect(licenceInCode(text)).toEqual(expected))

  test.each([
    '统一社会信用代码：91350100MA2ABCDEIO',
    '注册号：110108000000017',
    `名称：${'长'.repeat(101)}`,
    '名称：***',
    '名称：',
    '许可证编号:JY11108071215650',
    'WIFI:S:shop;P:secret;;',
    '',
  ])('%s: nothing', (text) => expect(licenceInCode(text)).toBeNull())
})

function wide(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) + 0xfee0)
}

/**
 * @jest-environment node
 */
import { mainShare, weappSizes } from '../../tools/weapp-sizes'
import { emptyTwinSize } from '../../tools/weapp-twin'
import { builtApp } from './support/built-app'

test('the main package is not many times an empty app; no package is over its budget', async () => {
  const twin = await emptyTwinSize()
  const sizes = weappSizes(builtApp())
  expect(twin).toBeGreaterThan(200)
  expect((sizes[0]?.size ?? Infinity) / twin).toBeLessThanOrEqual(mainShare)
  expect(sizes.filter(({ size, limit }) => size >= limit)).toEqual([])
}, 120_000)

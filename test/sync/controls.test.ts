/**
 * The tests are only worth something if they fail when a rule is missing. Each control takes one rule out of
 * the source and names what must find out: a seed of the simulation, or a file of cases where other rules
 * cover for the missing one in every run (world/controls.ts says which; docs/sync-proof.md lists them).
 */
import { controls } from './world/controls'
import { casesProgram, runMutant, seedProgram } from './world/mutant'

const programOf = (found: (typeof controls)[number]['found']) =>
  typeof found === 'number' ? seedProgram(found) : casesProgram(found)
const proofs = [...new Set(controls.map(({ found }) => found))]

test.each(proofs)('with every rule in place %j finds nothing', async (found) => {
  expect(await runMutant(null, programOf(found))).toBeNull()
})

test.each(controls)('without it something is found: $rule', async (control) => {
  expect(await runMutant(control, programOf(control.found))).toEqual(expect.any(String))
})

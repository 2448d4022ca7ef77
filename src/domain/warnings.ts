/** What the merchant should know about the route and the industry chosen, from their own sentences. */
import type { Caution, IndustryOutline, RouteOutline } from './content/types'

export function warningsOf(route: RouteOutline | null, industry: IndustryOutline | null): readonly Caution[] {
  const warnings: Caution[] = []
  if (route?.uncertain !== undefined) {
    warnings.push({ level: 'caution', title: '这条路线有一处还没核实', text: route.uncertain })
  }
  if (industry?.uncertain !== undefined) {
    warnings.push({ level: 'caution', title: '要不要许可证，还没核实', text: industry.uncertain })
  }
  if (industry?.note !== undefined)
    warnings.push({ level: 'info', title: `${industry.label}，要留意`, text: industry.note })
  return warnings
}

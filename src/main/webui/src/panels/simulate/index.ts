export { SimulationPanel } from './SimulationPanel'
export type { Lit } from './story'

export { readMoment } from '../orders/dates';
export type { Moment } from '../orders/dates';

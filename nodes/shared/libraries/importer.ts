export { learnFromRefusal } from '../refusals/learn';
export { importHere, sourcesOf, suggestHere } from '../specification/importHere';

export { learnFromRefusal } from '../refusals/learn';
export { importHere, sourcesOf } from '../specification/importHere';

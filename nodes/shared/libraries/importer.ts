export { importHere } from '../specification/importHere';

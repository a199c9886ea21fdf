export { readId } from '../../shared/operations/recordId';

import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/tables.md');

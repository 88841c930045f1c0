import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/check.md');

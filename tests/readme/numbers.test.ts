import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/numbers.md');

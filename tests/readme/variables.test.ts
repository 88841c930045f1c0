import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/variables.md');

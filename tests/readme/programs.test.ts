import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/programs.md');

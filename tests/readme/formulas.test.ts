import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/formulas.md');

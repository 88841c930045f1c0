import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/plots.md');

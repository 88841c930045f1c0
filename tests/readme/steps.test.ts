import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/steps.md');

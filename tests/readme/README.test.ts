import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('README.md');

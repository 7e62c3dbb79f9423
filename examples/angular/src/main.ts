import { bootstrapApplication } from '@angular/platform-browser';
import { Partners } from './partners';

void bootstrapApplication(Partners);

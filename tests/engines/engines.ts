import { firefox, webkit } from '@playwright/test';
import { mendFirefox } from './firefox.ts';
import { webkitAsBrowser } from './webkit.ts';

const launch = firefox.launch.bind(firefox);
firefox.launch = async (options) => mendFirefox(await launch(options));
webkit.launch = async () => webkitAsBrowser();

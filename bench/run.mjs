// `npm run bench [-- --quick]`: prints, and keeps nothing. Only ratios of one run can be compared; the times are this machine's.
import { benchPeers } from './peers.mjs';
import { benchReading } from './reading.mjs';
import { benchStartUp } from './start-up.mjs';
import { benchThroughput } from './throughput.mjs';

const quick = process.argv.includes('--quick');
benchStartUp(quick ? 11 : 31);
await benchReading(quick ? 3 : 15);
benchThroughput(quick ? 500 : 5000, quick ? 1 : 3);
benchPeers(200, quick ? 1 : 3);

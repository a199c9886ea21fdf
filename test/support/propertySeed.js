/**
 * Property tests try the same inputs in every run, so that a run that fails can be repeated. FC_SEED takes another
 * number: `FC_SEED=$RANDOM npm test` looks further.
 */
const { configureGlobal } = require('fast-check');

const SEED = 20_261_125;

configureGlobal({ seed: Number(process.env.FC_SEED ?? SEED) });

/** Real timers on a busy machine: a way through the app may take a few seconds. */
jest.setTimeout(30_000)

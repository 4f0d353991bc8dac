/**
 * jest fails a test if a promise is rejected and nobody handles it, but only while the file's tests run.
 * Waiting a moment after the last test catches what that test left behind, too.
 */
// Taken before a test can replace it by a fake.
const soon = setImmediate;

afterAll(() => new Promise((resolve) => soon(() => soon(resolve))));

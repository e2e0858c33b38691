// Vite and vitest turn such an import into a function that makes an instance of what AssemblyScript makes of the file.
declare module "*?assembly" {
  /** Answers its exports. */
  function instantiate(): unknown;
  export = instantiate;
}

// Vite and vitest turn such an import into the text of the file.
declare module "*.sql?raw" {
  const text: string;
  export = text;
}

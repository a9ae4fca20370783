declare module '*.tsv' {
  const text: string;
  export default text;
}
declare module '*.xlsx' {
  const bytes: Uint8Array;
  export default bytes;
}
declare module '*.xls' {
  const bytes: Uint8Array;
  export default bytes;
}

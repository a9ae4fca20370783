// Style sheets are bundled as files of their own.
declare module '*.css';

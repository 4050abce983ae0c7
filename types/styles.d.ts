// Style sheets are imported for what they do: they have no value of their own.
declare module '*.scss';

/** The pane is tried with React as it is shipped, which is also several times as quick as the one for development. */
process.env.NODE_ENV = 'production';

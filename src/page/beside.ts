/** The pane that stands beside a workbook: loaded after the first sight, as no workbook is open then. */
export { startPane } from '../taskpane/startPane';
export { pagePaneTexts } from '../wording/pagePane';

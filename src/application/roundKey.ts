/** Under which name do the workbook's settings keep the reporting round? */
export const roundKey = 'reportingRound';

/** Which note do all forms print under the table? */

/** What is filed in January and in July. */
export const roundsNote =
  '关于政府购买服务资金金额，1月份报送数据时至少需提供上一年度全年预算数、执行数，7月份报送数据时至少需提供本年度全年预算数、本年度上半年执行数、上一年度全年决算数。';

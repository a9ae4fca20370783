/** Is a unit's name still what a sample or an empty form prints: ××单位, XX县财政局, 某单位, ____县财政局? */
import { plainText } from './characters';
import { remembered } from './remembered';

/** Signs that stand for what is to be filled in; a single zero or ring may belong to a name (五〇三所). */
const signs = /[×✕✖╳]|\*{2}|#{2}|\?{2}|_{2}|…|\.{3}|[□◯]{2}|(?:^|[^一二三四五六七八九\d])[○〇]{2}/;

/** XX, or one X before what it names: X县. */
const letters = /(?:^|[^a-z])x{2,}(?![a-z])|^x(?=[省市州盟县区旗镇乡村局委单部])/i;

/** 某单位, 某某局, 某市财政局, 某省: no place and no body is called so. */
const someone = /某/;

/** What is to be written there, said in words. */
const inWords =
  /^(?:本|我|贵|该|填报|编报|报送|预算)?(?:单位|部门)(?:名称|全称)?$|^(?:请|待)(?:填|输入|录入)|^(?:示例|样例|测试)(?:单位|部门)?$/;

/** True for a name that says of no unit which it is. */
export const isPlaceholderName = remembered((name) => {
  const plain = plainText(name).replace(/\s/g, '');
  return [signs, letters, someone, inWords].some((pattern) => pattern.test(plain));
});

// Classes of goods that need a licence or an age, told by the words that shops use for them.
import { finderOf } from '#core/rules/policy/find-words';
import type { WatchedWord } from '#core/rules/policy/word-lists';

/** A class of goods. */
export interface GoodsClass {
  readonly code: 'alcohol' | 'tobacco' | 'medicine' | 'medical_device' | 'health_food' | 'infant_formula' | 'prepaid_card' | 'publication';
  /** Sold to adults only. */
  readonly isForAdults: boolean;
  /** Words that a shop's recorded licence says when it covers the class. */
  readonly licences: readonly string[];
  readonly words: readonly WatchedWord[];
}

const plain = (...words: readonly string[]): readonly WatchedWord[] => words.map((word) => ({ word }));

/**
 * The classes, of WeChat's list of categories and the licences that it asks for. What a kitchen or a fruit stand sells over its counter
 * is not among them: the shop's own category, under which the mini-program was registered, already stands for it.
 */
const goodsClasses: readonly GoodsClass[] = [
  {
    code: 'alcohol',
    isForAdults: true,
    licences: ['食品经营许可', '酒类'],
    words: [
      ...plain('白酒', '啤酒', '红酒', '葡萄酒', '黄酒', '米酒', '威士忌', '清酒', '鸡尾酒', '精酿'),
      { word: '喝酒', except: ['不喝酒', '开车不喝酒'] },
    ],
  },
  {
    code: 'tobacco',
    isForAdults: true,
    licences: ['烟草专卖'],
    words: [...plain('香烟', '卷烟', '电子烟', '雪茄', '烟弹'), { word: '烟草', except: ['烟草专卖'] }],
  },
  {
    code: 'medicine',
    isForAdults: false,
    licences: ['药品经营'],
    words: [...plain('处方药', '非处方药', '感冒药', '退烧药', '止痛药', '中成药'), { word: '药品', except: ['药品经营'] }],
  },
  {
    code: 'medical_device',
    isForAdults: false,
    licences: ['医疗器械'],
    words: plain('隐形眼镜', '血糖仪', '血压计', '助听器', '美瞳'),
  },
  {
    code: 'health_food',
    isForAdults: false,
    licences: ['食品经营许可', '保健食品'],
    words: plain('保健食品', '保健品', '蛋白粉', '鱼油'),
  },
  {
    code: 'infant_formula',
    isForAdults: false,
    licences: ['食品经营许可', '婴幼儿配方'],
    words: plain('婴儿奶粉', '婴幼儿奶粉', '配方奶粉'),
  },
  {
    code: 'prepaid_card',
    isForAdults: false,
    licences: ['单用途', '预付卡'],
    words: plain('储值卡', '充值卡', '购物卡', '预付卡', '储值有礼'),
  },
  { code: 'publication', isForAdults: false, licences: ['出版物'], words: plain('图书', '绘本', '教辅', '期刊') },
];

/** The finders of every class's words, made once. */
export const goodsFinders = goodsClasses.map((goods) => ({ goods, find: finderOf(goods.words) }));

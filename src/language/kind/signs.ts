/** Signs of mood: faces, marks, hashtags. */
export interface MoodSigns {
  angry: number;
  /** Tears and long faces, of whoever is sad about a thing that nobody need be blamed for. */
  sad: number;
  glad: number;
  scornTags: number;
  praiseTags: number;
  exclaimed: number;
}

const ANGRY = /[😡🤬😠🙄😤👎😒💩🙃🤦😑]/gu;
const SAD = /[😞😢🤢😖😩😕😐😔😭😫😣☹]|:-?\(/gu;
const GLAD = /[❤😍🙌👏👍😄😊😁💕💙🙏🥰🤗✨🎉💜😃😀🙂😉😎🍷💓😆👌🌞💖🖤]|:-?\)|<3|\bx{2,3}\b|\bilysm?\b/gu;
const SCORNED =
  /fail|never|worst|lost|strand|delay|angry|hate|suck|joke|stuck|poor|shame|unhappy|cancel|boycott|fixit|fixyour|disappoint|disgust|terrible|awful|broken|ruin|shambles|notcool|notok|nothappy|notimpressed|badservice|rude/;

const PRAISED = /best|thank|great|amaz|awesome|kudos|respect|proud|happy|excellent|love|impress|bravo|always|winning|grateful/;

/** What a sign of mood holds, cheap to look for. */
const SIGN = /[\u2600-\u27bf\ud83c-\ud83e]|:-?[()]|;-?\)|<3|xx|ily/;

/** Counts faces and hearts that are glad. */
export function gladSigns(text: string): number {
  return SIGN.test(text) ? (text.match(GLAD)?.length ?? 0) : 0;
}

/** Counts the signs of mood in a text. */
export function moodSigns(text: string): MoodSigns {
  const marks = /!!|\?!|!\?/.test(text) ? 0.4 : /\?\?/.test(text) ? 0.1 : 0;
  const signs = SIGN.test(text);
  let scornTags = 0;
  let praiseTags = 0;
  if (text.includes('#'))
    for (const [tag] of text.matchAll(/#\w{4,60}/g)) {
      const lower = tag.toLowerCase();
      if (SCORNED.test(lower)) scornTags += 1;
      else if (PRAISED.test(lower)) praiseTags += 1;
    }
  return {
    angry: (signs ? (text.match(ANGRY)?.length ?? 0) : 0) + marks,
    sad: signs ? (text.match(SAD)?.length ?? 0) : 0,
    glad: gladSigns(text),
    scornTags,
    praiseTags,
    exclaimed: (text.split('!').length - 1) / 2,
  };
}

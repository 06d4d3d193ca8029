/** Signs of mood: faces, marks, hashtags. */
export interface MoodSigns {
  angry: number;
  glad: number;
  scornTags: number;
}

const ANGRY = /[😡🤬😠🙄😤👎😞😢🤢😒💩😖😩😕😐🙃😔😭😫😣☹🤦😑😳]|:-?\(/gu;
const GLAD = /[❤😍🙌👏👍😄😊😁💕💙🙏🥰🤗✨🎉💜😃😀🙂😉😎🍷💓😆👌🌞💖🖤]|:-?\)|<3/gu;
const SCORNED =
  /fail|never|worst|lost|strand|delay|angry|hate|suck|joke|stuck|poor|shame|unhappy|cancel|boycott|fixit|fixyour|disappoint|disgust|terrible|awful|broken|ruin|shambles|notcool|notok|nothappy|notimpressed|badservice|rude/;

/** What a sign of mood holds, cheap to look for. */
const SIGN = /[\u2600-\u27bf\ud83c-\ud83e]|:-?[()]|;-?\)|<3/;

/** Counts faces and hearts that are glad. */
export function gladSigns(text: string): number {
  return SIGN.test(text) ? (text.match(GLAD)?.length ?? 0) : 0;
}

/** Counts the signs of mood in a text. */
export function moodSigns(text: string): MoodSigns {
  const marks = /!!|\?!|!\?/.test(text) ? 0.4 : /\?\?/.test(text) ? 0.1 : 0;
  let scornTags = 0;
  if (text.includes('#')) for (const [tag] of text.matchAll(/#\w{4,60}/g)) if (SCORNED.test(tag.toLowerCase())) scornTags += 1;
  return {
    angry: (SIGN.test(text) ? (text.match(ANGRY)?.length ?? 0) : 0) + marks,
    glad: gladSigns(text),
    scornTags,
  };
}

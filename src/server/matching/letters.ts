/** Cyrillic as it is most often written in Latin letters. */
const cyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ђ: 'dj', ѓ: 'g', е: 'e', ё: 'e', є: 'ye', ж: 'zh', з: 'z', ѕ: 'dz', и: 'i', і: 'i', ї: 'yi', й: 'y', ј: 'j', к: 'k', ќ: 'k',
  л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', џ: 'dz', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

/** Greek by the rules of its road signs; pairs of vowels first. */
const greekPairs: readonly (readonly [RegExp, string])[] = [[/ου/gu, 'ou'], [/[αε]υ(?=[θκξπστφχψ]|\b)/gu, 'ef'], [/μπ/gu, 'b'], [/ντ/gu, 'nt'], [/γγ/gu, 'ng'], [/γκ/gu, 'gk'], [/γχ/gu, 'nch']];
const greek: Record<string, string> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f',
  χ: 'ch', ψ: 'ps', ω: 'o',
};

/** Letters that no decomposition makes plain. */
const latin: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ĸ: 'k', ŋ: 'n', ŧ: 't', ə: 'a', ƒ: 'f', '№': 'no', '€': 'e', '$': 's',
};

/** The syllables of both kana, by Hepburn. */
const kana = new Map([...'あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ゔvu'
  .split(' ')].map((entry) => [entry[0]!, entry.slice(1)]));
const small: Record<string, string> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo', ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' };

const mapped = (text: string, letters: Record<string, string>): string => text.replace(/[^\u0000-\u007f]/gu, (letter) => letters[letter] ?? letter);

function romaji(text: string): string {
  let out = '';
  // Katakana stand 0x60 above hiragana.
  for (const letter of text.replace(/[ァ-ヶ]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60))) {
    const glide = small[letter];
    if (glide) out = glide.startsWith('y') && out.endsWith('i') ? (/(sh|ch|j)i$/.test(out) ? out.slice(0, -1) + glide[1]! : out.slice(0, -1) + glide) : out.replace(/[aiueo]$/, '') + glide;
    else if (letter === 'ー' || letter === 'っ') continue;
    else out += kana.get(letter) ?? letter;
  }
  return out;
}

/** Small Latin letters without accents or ligatures, whatever script the text was in; scripts without an alphabet stay as they are. */
export function latinised(text: string): string {
  // Composed while Cyrillic and kana are read: й and が are letters of their own there.
  let out = text.normalize('NFKC').toLowerCase();
  if (/[\u3040-\u30ff]/u.test(out)) out = romaji(out);
  if (/[\u0400-\u04ff]/u.test(out)) out = mapped(out, cyrillic);
  out = out.normalize('NFD').replace(/\p{M}+/gu, '');
  if (/[\u0370-\u03ff]/u.test(out)) out = mapped(greekPairs.reduce((so, [pair, letters]) => so.replace(pair, letters), out), greek);
  return mapped(out.normalize('NFC'), latin);
}

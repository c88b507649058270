import { measureReading } from './measure-reading';

// Prints how hard the explanation's sentences are to read, in both languages, over every state and many days.
for (const language of ['id', 'en'] as const) {
  const { sentences, wordsPerSentence, longest, lix } = measureReading(language);
  console.log(
    `${language}: ${sentences} different sentences, ${wordsPerSentence.toFixed(1)} words a sentence (longest ${longest.words}: "${longest.text}"), LIX ${lix.toFixed(0)}`,
  );
}
console.log(
  'LIX = words / sentences + 100 × words of more than six letters / words (Björnsson 1968; to 40 easy, to 50 as in newspapers; affixes make Indonesian words longer). Quoted wordings are not counted.',
);

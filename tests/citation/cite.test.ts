import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { describe, expect, test } from 'vitest';
import { cite } from '../../core/citation/cite';
import { cslText } from '../../core/citation/csl';
import { wordsIn } from '../../core/explanation/words';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { type FactId, factsOf } from '../../core/rulebook/facts';

const english = wordsIn('en');

describe('a citation', () => {
  test('says what was said, who said it, when, where to read it, and by which rulebook', () => {
    const { text, csl } = cite('statements/company-2024-04-03', rulebook, english) ?? { text: '', csl: [] };
    expect(text).toContain('Melissa Siska Juminto');
    expect(text).toContain('3 April 2024');
    expect(text).toContain('https://');
    expect(text).toContain(`rulebook ${rulebook.about.version}`);
    expect(csl[0]).toMatchObject({
      type: 'webpage',
      issued: { 'date-parts': [[2024, 4, expect.any(Number)]] },
      URL: expect.stringMatching(/^https?:/),
    });
    expect(csl[0]?.note).toContain(rulebook.about.version);
  });

  test('quotes an article in its own words, and says when they rest on one copy', () => {
    const { text, csl } = cite('provisions/permendag-19-2026-25(3)', rulebook, english) ?? {
      text: '',
      csl: [],
    };
    expect(text).toContain('Article 25(3): “PPMSE dengan model bisnis Social-Commerce');
    expect(text).toContain('one copy');
    expect(csl[0]).toMatchObject({ type: 'legislation', number: '19/2026', section: '25(3)' });
    expect(cite('provisions/permendag-31-2023-21(3)', rulebook, english)?.text).not.toContain('one copy');
  });

  test('does not invent an address where the source has none', () => {
    const unlinked = rulebook.sources.find(({ address }) => address === null);
    const copy = structuredClone(rulebook);
    const [statement] = copy.statements;
    if (statement && unlinked) statement.sources = [unlinked.id];
    const { text, csl } = cite(`statements/${statement?.id}`, copy, english) ?? { text: '', csl: [] };
    expect(text).toContain('(no web address)');
    expect(csl[0]).not.toHaveProperty('URL');
  });

  test('is not given for what only we vouch for', () => {
    for (const id of ['about/review', 'hosts/domains', 'signals/item', 'statements/nobody'] as const)
      expect(cite(id, rulebook, english), id).toBeNull();
  });

  test('of every fact is taken by a reference manager’s own program, as CSL-JSON', () => {
    const facts = [...factsOf(rulebook).keys()] as FactId[];
    const citations = facts.flatMap((id) => cite(id, rulebook, english) ?? []);
    expect(citations.length).toBeGreaterThan(80);
    for (const citation of citations) {
      const parsed = new Cite(cslText(citation.csl));
      expect(parsed.data).toHaveLength(citation.csl.length);
      const printed = parsed.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' });
      const [item] = citation.csl;
      expect(printed).toContain(String(item?.issued['date-parts'][0][0]));
      expect(printed).toContain(item?.title.slice(0, 20));
    }
  });
});

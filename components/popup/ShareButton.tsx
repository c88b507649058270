import type { Explanation } from '../../core/explanation/explain';
import { CopyButton } from '../explanation/CopyButton';
import { useReader } from '../explanation/reader';

interface ShareButtonProps {
  explanation: Explanation;
  address: string;
}

/** Copies the answer to be handed on: with who says so, what is disputed, the rule's source and the page's address. */
export function ShareButton({ explanation, address }: ShareButtonProps) {
  const { words } = useReader();
  const { answer, owned, rule, disputed, rulebook } = explanation;
  const [source] = rule?.sources ?? [];
  const text = [
    answer.text,
    owned && `PT Tokopedia: ${owned.text}.`,
    rule && `${rule.line.text}: ${rule.plain?.text ?? ''}${source ? ` ${source.address}` : ''}`,
    disputed && `${words.say('heading.disputed')}: ${disputed.gist.text}`,
    address,
    `${words.say('label.name')}. ${rulebook.text} ${words.say('popup.notice')}`,
  ];
  return (
    <CopyButton
      label={words.say('label.share')}
      title={`${words.say('label.share')}: ${words.say('label.share-title')}`}
      text={text.filter(Boolean).join('\n')}
      words={words}
    />
  );
}

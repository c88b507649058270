import { useReader } from './explanation/reader';

interface StudyChoiceProps {
  name: string;
  /** Every study that something was kept for. */
  studies: readonly string[];
  study: string;
  onStudy: (study: string) => void;
}

/** Which study the page is about; nothing where there is one at most. */
export function StudyChoice({ name, studies, study, onStudy }: StudyChoiceProps) {
  const { words } = useReader();
  if (studies.length < 2) return null;
  return (
    <label class="field">
      {words.say('log.export.study')}
      <select name={name} value={study} onChange={({ currentTarget }) => onStudy(currentTarget.value)}>
        {studies.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}

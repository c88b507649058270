import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Workers that pass from one browser to the other start anew: at the end of a run the others would wait for them. */
export class FirefoxFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project: { config, name } }: TestSpecification): number =>
      config.sequence.groupOrder * 2 + (name === 'e2e-firefox' ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

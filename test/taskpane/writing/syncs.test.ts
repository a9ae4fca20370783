import { shutPanes } from '../realPane';
import { syncsOfWriting } from './syncs';

afterEach(shutPanes);

test('adopting takes at most five batches, undoing at most four, the check after each included', async () => {
  expect(await syncsOfWriting('off')).toEqual({ adopting: 5, undoing: 4 });
});

import { shutPanes } from '../realPane';
import { syncsOfExplaining, syncsOfSubmitting, syncsOfWriting } from './syncs';

afterEach(shutPanes);

test('adopting takes at most five batches, undoing at most four, the check after each included', async () => {
  expect(await syncsOfWriting('off')).toEqual({ adopting: 5, undoing: 4 });
});

test('explaining reads no sheet again: at most three batches for a change, one more for a check', async () => {
  const { checking, ...changes } = await syncsOfExplaining();
  expect(changes).toEqual({ writing: 2, adding: 3, confirming: 3, removing: 3, undoing: 3 });
  const [withSome, without] = checking;
  expect(withSome - without).toBe(1);
});

test('报送: a check and eight batches for a report, twelve in the place of one; comparing costs no batch of its own', async () => {
  expect(await syncsOfSubmitting()).toEqual({
    checking: [5, 3],
    making: [11, 15],
    undoing: 12,
    removing: 4,
    comparing: 1,
    leavingOff: 1,
  });
});

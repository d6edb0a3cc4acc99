/** A mock of a function's own type: `jest.fn` alone takes the type of what stands in for it, which may leave parameters out. */
export const mocked = <F extends (...given: never[]) => unknown>(
  stand: (...given: Parameters<F>) => ReturnType<F>,
): jest.Mock<ReturnType<F>, Parameters<F>> => jest.fn<ReturnType<F>, Parameters<F>>(stand);

import { componentTypeName, componentTypeTextKeys } from "../../SolutionHealth/domain/components/componentTypes";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";

describe("componentTypeName", () => {
  it.each([
    [60, "SystemForm"],
    [24, "SystemForm"],
    [371, "Connector"],
    [80, "AppModule"],
    [92, "SdkMessageProcessingStep"],
  ])("names %d %s", (type, platformName) => {
    expect(componentTypeName(type)).toEqual({ platformName, textKey: `ComponentType_${platformName}` });
  });

  it("takes the environment's name for a number that only the environment knows", () => {
    expect(componentTypeName(10_112, new Map([[10_112, "connectionreference"]]))).toEqual({
      platformName: "connectionreference",
    });
  });

  it("does not let the environment rename a classic number", () => {
    expect(componentTypeName(1, new Map([[1, "Other"]])).platformName).toBe("Entity");
  });

  it("falls back on the bare number", () => {
    expect(componentTypeName(10_999)).toEqual({ platformName: "10999" });
  });

  it("has a text key for every type the model names, each key once", () => {
    const keys = componentTypeTextKeys();
    expect(new Set(keys).size).toBe(keys.length);
    const missing = Object.values(ComponentType).filter(
      (type) => !keys.includes(componentTypeName(type).textKey ?? ""),
    );
    expect(missing).toEqual([]);
  });
});

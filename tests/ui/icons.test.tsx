/** @jest-environment jsdom */
import { FontIcon, getIcon, registerIcons } from "@fluentui/react";
import { render } from "@testing-library/react";
import * as React from "react";
import { registerOwnIcons } from "../../SolutionHealth/ui/icons";

describe("registerOwnIcons", () => {
  it("takes the place of a font's icons that the platform has registered before", () => {
    registerIcons({ fontFace: { fontFamily: "Font of another host" }, icons: { Search: "\uE721" } });
    registerOwnIcons();
    const { container } = render(<FontIcon iconName="Search" />);
    expect(container.querySelector("svg")).toBeInTheDocument();
  });

  it("can be called again", () => {
    registerOwnIcons();
    registerOwnIcons();
    expect(getIcon("More")).toBeDefined();
  });
});
